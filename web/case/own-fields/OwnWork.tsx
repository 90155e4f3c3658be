import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Names, nameIn } from '#contract/settings/names.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button } from '#web/ui/index.ts'
import { finishOwnWork } from './own-fields.api.ts'
import { ownFieldsWords } from './own-fields.words.ts'

type OwnWorkProps = Readonly<{ caseId: string; taskId: string; names: Names; mine: boolean }>

/** What a rule of the agency asks for, and the button that says it is done. */
export function OwnWork({ caseId, taskId, names, mine }: OwnWorkProps) {
  const t = useWords(ownFieldsWords)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const finishing = useMutation({
    mutationFn: () => finishOwnWork(caseId, taskId),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <>
      <p className="next-own">{nameIn(names, language)}</p>
      <Button look={mine ? 'main' : 'plain'} busy={finishing.isPending} onClick={() => finishing.mutate()}>
        {t('done')}
      </Button>
      <RefusalNote error={finishing.error} />
    </>
  )
}
