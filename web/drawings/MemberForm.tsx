import { type FamilyMember, type FamilySheet, PartialDay } from '#contract/drawings.ts'
import { withChild, withMember, without, withTwin } from '#drawing/genogram/editing.ts'
import { childWords, markWords, symbolWords } from '#drawing/genogram/genogram.words.ts'
import { childKinds, marks, statuses } from '#drawing/genogram/model.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import {
  Button,
  CheckField,
  ChoiceField,
  FieldRow,
  ManyChoicesField,
  Sheet,
  TextField,
} from '#web/ui/index.ts'
import { familyFormWords } from './family-form.words.ts'
import { RemoveMember } from './RemoveMember.tsx'
import type { TakeStep } from './useFamily.ts'

type MemberFormProps = {
  sheet: FamilySheet
  member: FamilyMember
  version: number
  /** The person whose family it is stays in it. */
  isSubject: boolean
  nameOf: (id: string) => string
  take: TakeStep
  onGone: () => void
}

const isDate = (text: string | null) => text === null || text === '' || PartialDay.safeParse(text).success

/** What is known of somebody in a family. Name, sex and birth of whom a record exists are changed there. */
export function MemberForm({ sheet, member, version, isSubject, nameOf, take, onGone }: MemberFormProps) {
  const t = useWords(familyFormWords)
  const typing = useTyped(`family-member/${member.id}`, () => member, version)
  const { value: typed, change } = typing
  const isGood = isDate(typed.birth) && isDate(typed.death)
  const keep = () => {
    const { id, personId: _record, ...said } = typed
    const written = { ...said, birth: said.birth || null, death: said.death || null }
    if (isGood) take((now) => withMember(now, id, written), { onTaken: () => typing.forget(typed) })
  }
  return (
    <Sheet
      label={t('about', { name: nameOf(member.id) })}
      onSubmit={keep}
      actions={
        <>
          <Button type="submit" disabled={!isGood}>
            {t('keep')}
          </Button>
          {!isSubject && (
            <RemoveMember
              name={nameOf(member.id)}
              onRemove={() => {
                take((now) => without(now, member.id))
                onGone()
              }}
            />
          )}
        </>
      }
    >
      <h3>{t('about', { name: nameOf(member.id) })}</h3>
      <TypedBefore typed={typing} />
      {member.personId === null ? <Who typed={typed} change={change} /> : <p>{t('recorded')}</p>}
      <More typed={typed} change={change} />
      <AsChild sheet={sheet} id={member.id} nameOf={nameOf} take={take} />
    </Sheet>
  )
}

type PartProps = { typed: FamilyMember; change: (part: Partial<FamilyMember>) => void }

function Who({ typed, change }: PartProps) {
  const t = useWords(familyFormWords)
  return (
    <>
      <TextField label={t('name')} maxLength={200} value={typed.name} onChange={(name) => change({ name })} />
      <ChoiceField
        label={t('sex')}
        choices={(['male', 'female', 'unknown'] as const).map((value) => ({ value, label: t(value) }))}
        value={typed.sex}
        onChange={(sex) => change({ sex })}
      />
      <TextField
        label={t('birth')}
        value={typed.birth}
        error={isDate(typed.birth) ? undefined : t('noDate')}
        onChange={(birth) => change({ birth })}
      />
    </>
  )
}

function More({ typed, change }: PartProps) {
  const t = useWords(familyFormWords)
  const { language } = useLanguage()
  return (
    <>
      <FieldRow>
        <ChoiceField
          label={t('status')}
          shape="list"
          choices={statuses.map((value) => ({
            value,
            label: value === 'living' ? '—' : symbolWords[value][language],
          }))}
          value={typed.status}
          onChange={(status) => change({ status })}
        />
        <TextField
          label={t('death')}
          value={typed.death}
          error={isDate(typed.death) ? undefined : t('noDate')}
          onChange={(death) =>
            change({ death, status: death && typed.status === 'living' ? 'deceased' : typed.status })
          }
        />
      </FieldRow>
      <FieldRow>
        {(['occupation', 'city', 'education'] as const).map((field) => (
          <TextField
            key={field}
            label={t(field)}
            maxLength={200}
            value={typed[field]}
            onChange={(text) => change({ [field]: text })}
          />
        ))}
      </FieldRow>
      <ManyChoicesField
        label={t('marks')}
        choices={marks.map((value) => ({ value, label: markWords[value][language] }))}
        value={typed.marks}
        onChange={(chosen) => change({ marks: chosen })}
      />
    </>
  )
}

type AsChildProps = Pick<MemberFormProps, 'sheet' | 'nameOf' | 'take'> & { id: string }

/** How somebody belongs to their parents, and with whom they were born. */
function AsChild({ sheet, id, nameOf, take }: AsChildProps) {
  const t = useWords(familyFormWords)
  const { language } = useLanguage()
  const link = sheet.childLinks.find(({ child }) => child === id)
  if (!link) return null
  const siblings = sheet.childLinks.filter(({ union, child }) => union === link.union && child !== id)
  const twin = siblings.find(({ twinGroup }) => twinGroup !== null && twinGroup === link.twinGroup)
  return (
    <FieldRow>
      <ChoiceField
        label={t('childKind')}
        shape="list"
        choices={childKinds.map((value) => ({ value, label: childWords[value][language] }))}
        value={link.kind}
        onChange={(kind) => take((now) => withChild(now, id, { kind }))}
      />
      {siblings.length > 0 && (
        <ChoiceField
          label={t('twinOf')}
          shape="list"
          choices={[
            { value: '', label: t('noTwin') },
            ...siblings.map(({ child }) => ({ value: child, label: nameOf(child) })),
          ]}
          value={twin?.child ?? ''}
          onChange={(other) => take((now) => withTwin(now, id, other || null, link.twinIdentical))}
        />
      )}
      {twin && (
        <CheckField
          label={t('identical')}
          value={link.twinIdentical}
          onChange={(identical) => take((now) => withTwin(now, id, twin.child, identical))}
        />
      )}
    </FieldRow>
  )
}
