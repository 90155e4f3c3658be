import '../intake.css'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { ScreeningSheet, ScreeningView } from '#contract/case/screening.ts'
import { serviceField } from '#contract/codes/index.ts'
import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { useOwnChoices, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { useDraftSheet } from '#web/app/useDraftSheet.ts'
import { LinkButton, ManyChoicesField, Page, PersonName, Section } from '#web/ui/index.ts'
import { inquiryQuery } from '../inquiry/inquiry.api.ts'
import { inquiryPlaces } from '../inquiry/places.ts'
import { Flags } from './Flags.tsx'
import { ProblemsField } from './ProblemsField.tsx'
import { ResidenceField } from './ResidenceField.tsx'
import { changeScreening, screeningQuery } from './screening.api.ts'
import { screeningWords } from './screening.words.ts'

/** Whether we are the right ones, in words and numbers, and in which order problems may be worked on. */
export function ScreeningPage() {
  const t = useWords(screeningWords)
  const id = useRouteParam('inquiryId')
  const { data: inquiry } = useSuspenseQuery(inquiryQuery(id))
  const { data: screening } = useSuspenseQuery(screeningQuery(id))
  const places = inquiryPlaces(id)
  const next = inquiry.state === 'draft' ? places.sheet : places.assessment
  return (
    <Page
      title={t('title')}
      lead={inquiry.client ? <PersonName>{inquiry.client.name}</PersonName> : t('lead')}
      back={{ to: places.sheet, label: t('back') }}
      nextStep={<LinkButton to={next}>{t('next')}</LinkButton>}
    >
      <Flags screening={screening} inquiryId={id} />
      {screening.abilities.change === 'yes' ? (
        <ScreeningForm inquiryId={id} screening={screening} />
      ) : (
        <Order screening={screening} problems={screening.sheet.problems} />
      )}
    </Page>
  )
}

const asDraft = ({ sheet, version }: ScreeningView) => ({ value: sheet, version })

function ScreeningForm({ inquiryId, screening }: { inquiryId: string; screening: ScreeningView }) {
  const t = useWords(screeningWords)
  const queries = useQueryClient()
  const query = screeningQuery(inquiryId)
  const sheet = useDraftSheet<ScreeningSheet>({
    key: `screening/${inquiryId}`,
    load: asDraft(screening),
    save: async (value, version) => {
      const view = await changeScreening(inquiryId, value, version)
      queries.setQueryData(query.queryKey, view)
      void queries.invalidateQueries({ queryKey: ['inquiry', inquiryId] })
      return asDraft(view)
    },
    reload: async () => asDraft(await queries.fetchQuery({ ...query, staleTime: 0 })),
  })
  const labels = { residenceCode: t('residence'), wantedFields: t('wanted'), problems: t('problems') }
  return (
    <DraftSheetForm sheet={sheet} labels={labels}>
      <Section title={t('asked')}>
        <ResidenceField {...sheet.field('residenceCode')} />
        <ManyChoicesField
          label={t('wanted')}
          choices={useOwnChoices(serviceField)}
          {...sheet.field('wantedFields')}
        />
      </Section>
      <Section title={t('problems')} lead={t('problemsLead')}>
        <ProblemsField {...sheet.field('problems')} />
        <Order screening={screening} problems={sheet.value.problems} />
      </Section>
    </DraftSheetForm>
  )
}

type OrderProps = { screening: ScreeningView; problems: ScreeningSheet['problems'] }

/** The order in which they may be worked on: danger first, then what is simple. */
function Order({ screening, problems }: OrderProps) {
  const t = useWords(screeningWords)
  const ordered = screening.order.flatMap((id) => problems.find((one) => one.id === id) ?? [])
  if (ordered.length < 2) return null
  return (
    <div>
      <h3>{t('order')}</h3>
      <ol className="screening-order">
        {ordered.map(({ id, what, danger, difficulty }) => (
          <li key={id}>
            <span dir="auto">{what}</span>{' '}
            <small>
              {danger
                ? t('dangerFirst')
                : difficulty === null
                  ? ''
                  : t(difficulty === 1 ? 'simple' : difficulty === 2 ? 'middling' : 'hard')}
            </small>
          </li>
        ))}
      </ol>
    </div>
  )
}
