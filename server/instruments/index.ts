export { importXlsForm, type Imported, NoXlsForm } from './xlsform/import.ts'
export { exportXlsForm } from './xlsform/export.ts'
