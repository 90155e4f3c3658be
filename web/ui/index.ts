/** The door of the design system: pages import from here only. */
export { ActionButton, Button, LinkButton, MoreButton, type ButtonLook } from './Buttons.tsx'
export {
  CheckField,
  ChoiceField,
  ManyChoicesField,
  RatingField,
  YesNoField,
  type Choice,
} from './ChoiceFields.tsx'
export { Dialog } from './Dialog.tsx'
export { Field, FieldGroup, type FieldProps } from './Field.tsx'
export { FileChoice } from './FileChoice.tsx'
export {
  Facts,
  Table,
  Tabs,
  Timeline,
  type Column,
  type Fact,
  type Tab,
  type TimelineItem,
} from './Lists.tsx'
export { DateField, MomentField, NumberField } from './MeasureFields.tsx'
export { todayHere } from './moment.ts'
export {
  Badge,
  EmptyState,
  Loading,
  Notice,
  PersonName,
  SkipLink,
  VisuallyHidden,
  type Tone,
} from './Notices.tsx'
export { Page, Section, SidePanel } from './Page.tsx'
export { Path, Stepper, type PathStage, type Step } from './Path.tsx'
export { RowsField, type RowTools } from './RowsField.tsx'
export { FieldRow, SaveIndicator, Sheet, type SaveState } from './Sheet.tsx'
export { LongTextField, PasswordField, TextField } from './TextFields.tsx'
export {
  UiProvider,
  UiLink,
  useUiWords,
  type PathState,
  type UiLinkProps,
  type UiWords,
} from './UiContext.tsx'
export { Written } from './Written.tsx'
