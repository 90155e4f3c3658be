import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonView } from '#contract/people.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { Badge, LinkButton, Notice, Page } from '#web/ui/index.ts'
import { mergingWords } from './merging.words.ts'
import { lineOf, personQuery } from './people.api.ts'
import { personWords } from './person.words.ts'
import { PersonCases } from './PersonCases.tsx'
import { PersonDetails } from './PersonDetails.tsx'
import { PersonNow } from './PersonNow.tsx'
import { PersonReach } from './PersonReach.tsx'
import { usePersonFacts } from './PersonSummary.tsx'
import { Relatives } from './Relatives.tsx'
import { familyWords } from './family.words.ts'
import { Families } from './Families.tsx'
import { SafeWays } from './SafeWays.tsx'
import { Standing } from './Standing.tsx'
import { SafeAddress } from './SafeAddress.tsx'

/** Whom a page was opened for: a change of person begins a new page. */
export function PersonPage() {
  const personId = useRouteParam('personId')
  return <OnePerson key={personId} personId={personId} />
}

/** One person: who it is, how to reach them safely, what must be known now; then their cases and the people around. */
function OnePerson({ personId }: { personId: string }) {
  const t = useWords(personWords)
  const { data } = useSuspenseQuery(personQuery(personId))
  const [adding, add] = useState<'guardian' | 'anyone' | null>(null)
  const merging = useWords(mergingWords)
  const person = data.value
  return (
    <Page
      title={person.sheet.name}
      tabTitle={t('person')}
      back={{ to: '/people', label: t('people') }}
      lead={<WhoItIs person={person} />}
      nextStep={<OpenCase person={person} />}
      actions={
        <>
          <LinkButton to={`/people/${person.id}/genogram`}>{t('genogram')}</LinkButton>
          {person.abilities.change === 'yes' && (
            <>
              <LinkButton to={`/people/${person.id}/consents`}>{t('consents')}</LinkButton>
              <LinkButton to={`/people/${person.id}/merge`}>{merging('merge')}</LinkButton>
            </>
          )}
        </>
      }
    >
      <MovedHere person={person} />
      <PersonNow person={person} onAddGuardian={() => add('guardian')} />
      <PersonReach person={person} />
      <SafeWays personId={person.id} />
      <SafeAddress person={person} />
      <PersonCases person={person} />
      <Standing personId={person.id} />
      <Families person={person} />
      <Relatives person={person} adding={adding} onAdding={add} />
      <PersonDetails person={person} version={data.version} />
    </Page>
  )
}

/** Somebody came by the address of a record that was merged into this one. */
function MovedHere({ person: { movedFrom } }: { person: PersonView }) {
  const t = useWords(mergingWords)
  const { date } = useFormats()
  if (!movedFrom) return null
  return (
    <Notice
      title={t('movedHere')}
      actions={<LinkButton to={`/person-merges/${movedFrom.mergeId}`}>{t('seeMerge')}</LinkButton>}
    >
      {t('movedHereLead', { date: date(movedFrom.at) })}
    </Notice>
  )
}

function WhoItIs({ person }: { person: PersonView }) {
  const t = useWords(personWords)
  const family = useWords(familyWords)
  const facts = usePersonFacts()({ ...lineOf(person), phoneTail: '' })
  return (
    <p className="person-who">
      <span>{facts}</span>
      {person.isMinor && <Badge>{person.underFourteen ? family('underFourteen') : t('minor')}</Badge>}
    </p>
  )
}

/** The one next step: into the person's own case, when one is worked on and the reader sees it. */
function OpenCase({ person }: { person: PersonView }) {
  const t = useWords(personWords)
  const present = person.cases.find(({ state, client }) => state === 'open' && client.id === person.id)
  if (!present) return null
  return (
    <LinkButton look="main" to={`/cases/${present.id}`}>
      {t('openCase', { number: present.number })}
    </LinkButton>
  )
}
