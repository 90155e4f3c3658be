import type { CaseView } from '#contract/case/overview.ts'
import { familyRelation } from '#contract/codes/index.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Facts, PersonName, Section } from '#web/ui/index.ts'
import { overviewWords } from './overview.words.ts'

/** How, when and through whom the client can be reached without danger. */
export function SafeContact({ caseView: { client, guardians } }: { caseView: CaseView }) {
  const t = useWords(overviewWords)
  const label = useLabel()
  const unknown = client.safeContact === '' && client.phone === '' && guardians.length === 0
  const facts = [
    { label: t('safeContact'), value: client.safeContact },
    { label: t('phone'), value: client.phone && <a href={`tel:${client.phone}`}>{client.phone}</a> },
    ...guardians.map((guardian) => ({
      label: `${t('guardian')} · ${label(familyRelation, guardian.relation)}`,
      value: (
        <>
          <PersonName>{guardian.name}</PersonName>{' '}
          {guardian.phone && <a href={`tel:${guardian.phone}`}>{guardian.phone}</a>} {guardian.safeContact}
        </>
      ),
    })),
  ]
  return (
    <Section title={t('reach')} actions={<Link to={`/people/${client.id}`}>{t('toPerson')}</Link>}>
      {unknown ? <p className="section-lead">{t('noReach')}</p> : <Facts facts={facts} />}
    </Section>
  )
}
