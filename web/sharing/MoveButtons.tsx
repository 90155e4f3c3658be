import { useState } from 'react'
import { referralMove, type ReferralMove } from '#contract/codes/index.ts'
import { useLabel } from '#web/app/LanguageContext.tsx'
import { Button } from '#web/ui/index.ts'
import { MoveDialog } from './MoveDialog.tsx'

type MoveButtonsProps<Move extends ReferralMove> = {
  possible: readonly Move[]
  send: (move: Move, said: Readonly<{ words: string; on: string | null }>) => Promise<unknown>
}

const quiet: readonly ReferralMove[] = ['mistake', 'cancel', 'pause']

/** One button for each step that is possible now; each asks what belongs to it. */
export function MoveButtons<Move extends ReferralMove>({ possible, send }: MoveButtonsProps<Move>) {
  const label = useLabel()
  const [chosen, choose] = useState<Move | null>(null)
  return (
    <>
      <div className="referral-next">
        {possible.map((move, place) => (
          <Button
            key={move}
            look={quiet.includes(move) ? 'quiet' : place === 0 ? 'main' : 'plain'}
            onClick={() => choose(move)}
          >
            {label(referralMove, move)}
          </Button>
        ))}
      </div>
      {chosen && (
        <MoveDialog move={chosen} send={(said) => send(chosen, said)} onClose={() => choose(null)} />
      )}
    </>
  )
}
