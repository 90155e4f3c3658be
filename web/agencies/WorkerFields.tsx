import type { WorkerLine } from '#contract/agencies.ts'
import { occupationalLevel, role } from '#contract/codes/index.ts'
import { useChoices, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { CheckField, ChoiceField, PasswordField, TextField } from '#web/ui/index.ts'
import { agenciesWords } from './agencies.words.ts'
import type { WorkerAnswers } from './worker-answers.ts'

type WorkerFieldsProps = {
  known: WorkerLine | null
  workers: readonly WorkerLine[]
  answers: WorkerAnswers
  change: (given: Partial<WorkerAnswers>) => void
  errorOf: (path: string) => string | undefined
}

/** The fields of a colleague. A first password only for new ones, ending the account only for known ones. */
export function WorkerFields({ known, workers, answers, change, errorOf }: WorkerFieldsProps) {
  const t = useWords(agenciesWords)
  const text = (key: 'name' | 'email' | 'password') => ({
    value: answers[key],
    onChange: (value: string) => change({ [key]: value }),
    error: errorOf(key),
    required: true,
  })
  return (
    <>
      <TextField label={t('workerName')} {...text('name')} />
      <TextField label={t('email')} type="email" {...text('email')} />
      <DutyFields known={known} workers={workers} answers={answers} change={change} errorOf={errorOf} />
      {known ? (
        <CheckField
          label={t('active')}
          hint={t('activeHint')}
          value={answers.active}
          onChange={(active) => change({ active })}
        />
      ) : (
        <PasswordField
          label={t('password')}
          hint={`${t('passwordHint')} ${t('addLead')}`}
          autoComplete="new-password"
          {...text('password')}
        />
      )}
    </>
  )
}

const nobody = 'nobody'

/** Role, level and supervisor. */
function DutyFields({ known, workers, answers, change, errorOf }: WorkerFieldsProps) {
  const t = useWords(agenciesWords)
  const { language } = useLanguage()
  const roles = useChoices(role)
  const supervisors = workers.filter(
    (worker) =>
      worker.active && worker.id !== known?.id && ['supervisor', 'agency-head'].includes(worker.role),
  )
  return (
    <>
      <ChoiceField
        label={t('role')}
        shape="list"
        choices={roles}
        value={answers.role}
        onChange={(given) => change({ role: given })}
        error={errorOf('role')}
      />
      <ChoiceField
        label={t('level')}
        shape="list"
        choices={occupationalLevel.levels.map((level) => ({
          value: String(level),
          label: occupationalLevel.label(level, language),
        }))}
        value={String(answers.level)}
        onChange={(given) => change({ level: occupationalLevel.schema.parse(Number(given)) })}
        error={errorOf('level')}
      />
      <ChoiceField
        label={t('supervisor')}
        shape="list"
        choices={[
          { value: nobody, label: t('noSupervisor') },
          ...supervisors.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={answers.supervisorId ?? nobody}
        onChange={(id) => change({ supervisorId: id === nobody ? null : id })}
        error={errorOf('supervisorId')}
      />
    </>
  )
}
