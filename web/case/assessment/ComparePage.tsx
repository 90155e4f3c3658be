import './assessment.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AssessmentSheet, AssessmentView } from '#contract/case/assessment.ts'
import { assessmentKind } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { Badge, CheckField, Notice, todayHere } from '#web/ui/index.ts'
import { assessmentQuery } from './assessment.api.ts'
import { besideEachOther, isList, rowsBeside } from './compare.ts'
import { compareWords } from './compare.words.ts'
import { labelsOf } from './labels.ts'
import { MaskedNotice } from './MaskedNotice.tsx'
import { maskedWords } from './masked.words.ts'
import { assessmentPlace } from './places.ts'
import { SheetValue } from './SheetValue.tsx'
import { sheetWords } from './sheet.words.ts'

/** Two assessments of a case side by side, the earlier one first; what changed is marked. */
export function ComparePage() {
  const t = useWords(compareWords)
  const caseId = useRouteParam('caseId')
  const ids = [useRouteParam('assessmentId'), useRouteParam('otherId')] as const
  const one = useSuspenseQuery(assessmentQuery(caseId, ids[0])).data.value
  const other = useSuspenseQuery(assessmentQuery(caseId, ids[1])).data.value
  const [earlier, later] = one.openedAt <= other.openedAt ? [one, other] : [other, one]
  return (
    <CaseFrame
      caseId={caseId}
      title={t('title')}
      lead={<p>{t('lead')}</p>}
      back={{ to: assessmentPlace(caseId, ids[0]), label: t('back') }}
    >
      <Beside earlier={earlier} later={later} />
    </CaseFrame>
  )
}

type BesideProps = { earlier: AssessmentView; later: AssessmentView }

function Beside({ earlier, later }: BesideProps) {
  const t = useWords(compareWords)
  const say = useWords(sheetWords)
  const [only, setOnly] = useState(false)
  const labels = labelsOf(say)
  const notShown = useWords(maskedWords)('notShown')
  const masks = [earlier, later].flatMap(({ masked }) => (masked ? [masked] : []))
  const hidden = masks.flatMap((masked) => masked.fields)
  const fields = besideEachOther(earlier.sheet, later.sheet, hidden)
  const changed = fields.filter((one) => one.changed)
  return (
    <>
      <MaskedNotice
        caseId={earlier.case.id}
        kinds={masks.length > 0 ? [...new Set(masks.flatMap(({ kinds }) => kinds))] : null}
      />
      {(changed.length > 0 || masks.length === 0) && (
        <Notice title={changed.length === 0 ? t('nothing') : t('changes', { count: changed.length })} />
      )}
      <CheckField label={t('onlyChanged')} value={only} onChange={setOnly} />
      <table className="table compare-table">
        <caption className="visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">
              <Which view={earlier} name={t('earlier')} />
            </th>
            <th scope="col">
              <Which view={later} name={t('later')} />
            </th>
          </tr>
        </thead>
        <tbody>
          {(only ? changed : fields).map((one) => (
            <tr key={one.field} data-changed={one.changed}>
              <th scope="row">
                {labels[one.field]} {one.changed && <Badge tone="info">{t('changed')}</Badge>}
              </th>
              <td data-label={t('earlier')}>
                {one.masked ? (
                  notShown
                ) : (
                  <Side field={one.field} here={earlier.sheet} there={later.sheet} sign="gone" />
                )}
              </td>
              <td data-label={t('later')}>
                {one.masked ? (
                  notShown
                ) : (
                  <Side field={one.field} here={later.sheet} there={earlier.sheet} sign="new" />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Which({ view, name }: { view: AssessmentView; name: string }) {
  const formats = useFormats()
  const label = useLabel()
  const when = formats.date(view.sheet.heldOn ?? todayHere(new Date(view.openedAt)))
  return (
    <>
      {name} <small>{`${label(assessmentKind, view.kind)} · ${when}`}</small>
    </>
  )
}

type SideProps = {
  field: keyof AssessmentSheet
  here: AssessmentSheet
  there: AssessmentSheet
  sign: 'new' | 'gone'
}

/** One field of one of the two; rows of a list say whether the other has them. */
function Side({ field, here, there, sign }: SideProps) {
  const t = useWords(compareWords)
  if (!isList(field))
    return (
      <div dir="auto">
        <SheetValue field={field} sheet={here} />
      </div>
    )
  const rows = rowsBeside(field, { here, there, sign })
  if (rows.length === 0) return t('empty')
  return (
    <ul className="assessment-strengths">
      {rows.map((row, at) => (
        <li key={`${at}${row.text}`} dir="auto" data-sign={row.sign}>
          {row.text} {row.sign !== 'same' && <Badge tone="info">{t(row.sign)}</Badge>}
        </li>
      ))}
    </ul>
  )
}
