import type { FamilySheet } from '#contract/drawings.ts'
import { nobodyYet, type Place, placed } from '#drawing/genogram/editing.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, Notice } from '#web/ui/index.ts'
import { familyFormWords } from './family-form.words.ts'
import type { FamilyStep, TakeStep } from './useFamily.ts'

type Sex = FamilySheet['persons'][number]['sex']

type ByHandProps = {
  chosen: string
  take: TakeStep
  isDrawing: boolean
  onDraw: (isDrawing: boolean) => void
}

/** Adds somebody without a name beside a person and as that. */
const added =
  (beside: string, as: Place, sex: Sex): FamilyStep =>
  (sheet) =>
    placed(sheet, { ...nobodyYet(crypto.randomUUID()), sex }, { beside, as })

const opposite: Readonly<Record<Sex, Sex>> = { male: 'female', female: 'male', unknown: 'unknown' }

/** What one does with a chosen symbol on the picture itself: relatives around it, a line to another. */
export function ByHand({ chosen, take, isDrawing, onDraw }: ByHandProps) {
  const t = useWords(familyFormWords)
  const addPartner: FamilyStep = (sheet) => {
    const sex = sheet.persons.find(({ id }) => id === chosen)?.sex ?? 'unknown'
    return added(chosen, 'partner', opposite[sex])(sheet)
  }
  const addParents: FamilyStep = (sheet) => {
    const father = added(chosen, 'parent', 'male')(sheet)
    return father && (added(chosen, 'parent', 'female')(father) ?? father)
  }
  return (
    <div className="family-hand">
      <Button onClick={() => take(addPartner)}>{t('addPartner')}</Button>
      <Button onClick={() => take(addParents)}>{t('addParents')}</Button>
      <Button onClick={() => take(added(chosen, 'child', 'male'))}>{t('addSon')}</Button>
      <Button onClick={() => take(added(chosen, 'child', 'female'))}>{t('addDaughter')}</Button>
      {isDrawing ? (
        <>
          <Button look="quiet" onClick={() => onDraw(false)}>
            {t('stopTie')}
          </Button>
          <Notice tone="info">{t('nowOther')}</Notice>
        </>
      ) : (
        <Button onClick={() => onDraw(true)}>{t('drawTie')}</Button>
      )}
    </div>
  )
}
