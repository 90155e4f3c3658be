import { type Row, say, type Section, type Signer, text } from '../form.ts'

const client: Signer = {
  key: 'client_sign',
  from: 'client',
  label: say('服务对象签名', 'Client signature', 'Подпись клиента'),
}
const guardian: Signer = {
  key: 'guardian_sign',
  from: 'guardian',
  label: say('监护人签名', 'Guardian signature', 'Подпись законного представителя'),
}
const worker: Signer = {
  key: 'worker_sign',
  from: 'worker',
  label: say('社工签名', 'Worker signature', 'Подпись специалиста'),
}
const supervisor: Signer = {
  key: 'supervisor_sign',
  from: 'supervisor',
  label: say('督导签名', 'Supervisor signature', 'Подпись супервизора'),
}
const head: Signer = {
  key: 'head_sign',
  from: 'head',
  label: say('机构负责人签名', 'Agency head signature', 'Подпись руководителя'),
}

/** Who may sign a form; each form takes those its subject needs. */
export const signers = { client, guardian, worker, supervisor, head }

/** SIG: the supervisor's opinion, then the places to sign. `from` is the path of the signatures. */
export function signatureRows(from: string, who: readonly Signer[]): readonly Row[] {
  const opinion = text(
    'supervisor_opinion',
    `${from}.supervisorOpinion`,
    say('督导意见', 'Supervisor’s opinion', 'Заключение супервизора'),
  )
  const dateLabel = say('签署日期', 'Date signed', 'Дата подписи')
  return [
    { kind: 'facts', fields: [opinion] },
    { kind: 'signatures', from, dateLabel, signers: who },
  ]
}

/** SIG as the closing section of a form. */
export const signatureSection = (from: string, who: readonly Signer[]): Section => ({
  key: 'signatures',
  title: say('签署', 'Signatures', 'Подписи'),
  rows: signatureRows(from, who),
})
