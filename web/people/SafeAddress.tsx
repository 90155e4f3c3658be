import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonView, SafeAddressView } from '#contract/people.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, LongTextField, Section, Sheet, Written } from '#web/ui/index.ts'
import { saveSafeAddress, showSafeAddress } from './people.api.ts'
import { safeAddressWords } from './safe-address.words.ts'

/**
 * Where the person lives when they must not be found. Only for the few who may know it; for everybody else there is
 * not even a place for it on the page. Shown when asked for, and each asking is recorded.
 */
export function SafeAddress({ person: { id, safeAddress } }: { person: PersonView }) {
  const t = useWords(safeAddressWords)
  const [editing, edit] = useState(false)
  const showing = useMutation({ mutationFn: () => showSafeAddress(id) })
  if (safeAddress.sight !== 'yes') return null
  const shown = showing.data
  const begin = () => {
    if (shown) edit(true)
    else showing.mutate(undefined, { onSuccess: () => edit(true) })
  }
  // Most people do not live in hiding: until it is needed, only the way to it stands on the page.
  if (!safeAddress.known && !editing)
    return (
      <div className="page-actions safe-address-way">
        <Button look="quiet" busy={showing.isPending} onClick={begin}>
          {t('record')}
        </Button>
        <RefusalNote error={showing.error} />
      </div>
    )
  return (
    <Section title={t('title')} lead={t('lead')}>
      {editing && shown ? (
        <SafeAddressForm
          personId={id}
          known={shown}
          onDone={() => {
            edit(false)
            showing.reset()
          }}
        />
      ) : (
        <>
          {shown && <ShownAddress address={shown.address} />}
          <RefusalNote error={showing.error} />
          <div className="page-actions">
            {shown ? (
              <>
                <Button onClick={showing.reset}>{t('hide')}</Button>
                <Button onClick={begin}>{t('edit')}</Button>
              </>
            ) : (
              <Button busy={showing.isPending} onClick={() => showing.mutate()}>
                {t('show')}
              </Button>
            )}
          </div>
        </>
      )}
    </Section>
  )
}

function ShownAddress({ address }: { address: string }) {
  const t = useWords(safeAddressWords)
  if (address === '') return <p>{t('none')}</p>
  return (
    <p className="kept-lines" dir="auto">
      <Written>{address}</Written>
    </p>
  )
}

type FormProps = { personId: string; known: SafeAddressView; onDone: () => void }

function SafeAddressForm({ personId, known, onDone }: FormProps) {
  const t = useWords(safeAddressWords)
  const queries = useQueryClient()
  const [address, write] = useState(known.address)
  const saving = useMutation({
    mutationFn: () => saveSafeAddress(personId, address, known.version),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['person', personId] })
      onDone()
    },
  })
  return (
    <Sheet
      label={t('title')}
      onSubmit={() => saving.mutate()}
      actions={
        <>
          <Button type="submit" busy={saving.isPending}>
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <LongTextField label={t('address')} hint={t('hint')} rows={2} value={address} onChange={write} />
      <RefusalNote error={saving.error} labels={{ address: t('address') }} />
    </Sheet>
  )
}
