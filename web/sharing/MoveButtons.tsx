import { useState } from 'react'
import { referralMove, type ReferralMove } from '#contract/codes/index.ts'
import { useLabel } from '#web/app/LanguageContext.tsx'
import { Button } from '#web/ui/index.ts'
import { MoveDialog, PassingMoveDialog } from './MoveDialog.tsx'

type MoveButtonsProps<Move extends ReferralMove> = {
  /** Where what is typed is kept meanwhile; null for whoever has no account, on whose device nothing stays. */
  referralId: string | null
  possible: readonly Move[]
  /** What is told before somebody accepts. */
  acceptLead?: string
  send: (move: Move, said: Readonly<{ words: string; on: string | null }>) => Promise<unknown>
}

const quiet: readonly ReferralMove[] = ['mistake', 'cancel', 'pause']

/** One button for each step that is possible now; each asks what belongs to it. */
export function MoveButtons<Move extends ReferralMove>({
  referralId,
  possible,
  acceptLead,
  send,
}: MoveButtonsProps<Move>) {
  const label = useLabel()
  const [chosen, choose] = useState<Move | null>(null)
  const stepOf = (move: Move) => ({
    move,
    send: (said: Parameters<typeof send>[1]) => send(move, said),
    lead: move === 'accept' ? acceptLead : undefined,
    onClose: () => choose(null),
  })
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
      {chosen && referralId !== null && <MoveDialog referralId={referralId} {...stepOf(chosen)} />}
      {chosen && referralId === null && <PassingMoveDialog {...stepOf(chosen)} />}
    </>
  )
}
