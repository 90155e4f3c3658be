import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Written } from '#web/ui/index.ts'
import { familiesOfQuery, familyOfCaseQuery, serveFamily } from './clients.api.ts'
import { familyWords } from './family.words.ts'

type ServedFamilyProps = { caseId: string; clientId: string; changeable: boolean }

/** Which family a case serves as a whole, if it does; and the way to say so. */
export function ServedFamily({ caseId, clientId, changeable }: ServedFamilyProps) {
  const t = useWords(familyWords)
  const queries = useQueryClient()
  const served = useQuery(familyOfCaseQuery(caseId))
  const [choosing, choose] = useState(false)
  const saying = useMutation({
    mutationFn: (familyId: string | null) => serveFamily(caseId, familyId, served.data?.version ?? 0),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['case-family', caseId] })
      choose(false)
    },
  })
  const family = served.data?.family
  return (
    <div className="served-family">
      {family ? (
        <p>
          {t('servesFamily')}{' '}
          <Link to={`/families/${family.id}`}>
            <Written>{family.name}</Written>
          </Link>
        </p>
      ) : (
        changeable &&
        !choosing && (
          <Button look="quiet" onClick={() => choose(true)}>
            {t('serve')}
          </Button>
        )
      )}
      {choosing && (
        <Choices clientId={clientId} onChoose={(id) => saying.mutate(id)} onCancel={() => choose(false)} />
      )}
      {family && changeable && (
        <Button look="quiet" busy={saying.isPending} onClick={() => saying.mutate(null)}>
          {t('serveNoMore')}
        </Button>
      )}
      <RefusalNote error={saying.error} />
    </div>
  )
}

type ChoicesProps = { clientId: string; onChoose: (familyId: string) => void; onCancel: () => void }

function Choices({ clientId, onChoose, onCancel }: ChoicesProps) {
  const t = useWords(familyWords)
  const families = useQuery(familiesOfQuery(clientId))
  if (!families.data) return <RefusalNote error={families.error} />
  return (
    <>
      {families.data.length === 0 && <p>{t('noneOfClient')}</p>}
      {families.data.map(({ id, name }) => (
        <Button key={id} onClick={() => onChoose(id)}>
          <Written>{name}</Written>
        </Button>
      ))}
      <Button look="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </>
  )
}
