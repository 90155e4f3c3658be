import { useSuspenseQuery } from '@tanstack/react-query'
import type { CaseView } from '#contract/case/overview.ts'
import { sex } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { useSettled } from '#web/app/useSettled.ts'
import { BreakGlassBanner } from '#web/break-glass/BreakGlassBanner.tsx'
import { ClientKindNote } from '#web/people/ClientKindNote.tsx'
import { clientKindsQuery, familyOfCaseQuery, safeContactsQuery } from '#web/people/clients.api.ts'
import { SafeWays } from '#web/people/SafeWays.tsx'
import { ServedFamily } from '#web/people/ServedFamily.tsx'
import { Page } from '#web/ui/index.ts'
import { CaseAlerts } from './CaseAlerts.tsx'
import { CaseAside } from './CaseAside.tsx'
import { CasePath } from './CaseFrame.tsx'
import { CaseRecords } from './CaseRecords.tsx'
import { NextStepBox } from './NextStepBox.tsx'
import { caseQuery } from './overview.api.ts'
import { overviewWords } from './overview.words.ts'
import { SafeContact } from './SafeContact.tsx'

/** A case: the person first, then the next step, then the path, then what was written stage by stage. */
export function CasePage() {
  const t = useWords(overviewWords)
  const caseId = useRouteParam('caseId')
  const { data: caseView } = useSuspenseQuery(caseQuery(caseId))
  const { client } = caseView
  useSettled([
    clientKindsQuery({ personId: client.id, caseId }),
    safeContactsQuery(client.id),
    familyOfCaseQuery(caseId),
  ])
  return (
    <Page
      title={client.name}
      tabTitle={caseView.number}
      back={{ to: '/cases', label: t('cases') }}
      lead={<PersonFacts caseView={caseView} />}
      nextStep={<NextStepBox caseView={caseView} />}
      aside={<CaseAside caseView={caseView} />}
    >
      <BreakGlassBanner caseView={caseView} />
      <ClientKindNote place={{ personId: client.id, caseId }} />
      <SafeContact caseView={caseView} />
      <SafeWays personId={client.id} />
      <ServedFamily caseId={caseId} clientId={client.id} changeable={caseView.state === 'open'} />
      <CasePath caseView={caseView} />
      <CaseRecords caseView={caseView} />
    </Page>
  )
}

function PersonFacts({ caseView: { client, number, alerts } }: { caseView: CaseView }) {
  const formats = useFormats()
  const label = useLabel()
  return (
    <div className="case-person">
      {client.birthDate && <span>{formats.age(client.birthDate)}</span>}
      {(client.sex === '1' || client.sex === '2') && <span>{label(sex, client.sex)}</span>}
      <span className="case-number">{number}</span>
      <CaseAlerts alerts={alerts} />
    </div>
  )
}
