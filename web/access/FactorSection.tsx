import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountView } from '#contract/account.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Dialog, Notice, Section } from '#web/ui/index.ts'
import { accountQuery, confirmFactor, dropFactor, enrol, newCodes, signInsQuery } from './account.api.ts'
import { accountWords } from './account.words.ts'
import { EnrolmentForm } from './EnrolmentForm.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import type { useProof } from './useProof.tsx'

/** What the sections of the page share. */
export type AccountSectionProps = {
  account: AccountView
  proving: ReturnType<typeof useProof>['proving']
}

const fewCodes = 3

/** The second step: setting it up, moving it, doing without it; and its recovery codes. */
export function FactorSection({ account, proving }: AccountSectionProps) {
  const t = useWords(accountWords)
  const formats = useFormats()
  const { enrolling, setEnrolling, codes, setCodes, dropping, setDropping, refresh, making, drop } =
    useFactor(proving)
  const { secondFactor, secondFactorRequired } = account
  const said = secondFactor ? t('factorOn', { date: formats.date(secondFactor.since) }) : t('factorOff')
  const lead = secondFactorRequired ? `${said} ${t('required')}` : said
  const confirm = async (code: string) => {
    setCodes(await proving(() => confirmFactor(code)))
    setEnrolling(false)
  }
  return (
    <Section title={t('factor')} lead={codes ? null : lead}>
      <RefusalNote error={making.error ?? drop.error} />
      {codes && (
        <RecoveryCodes
          codes={codes}
          email={account.email}
          onKept={() => {
            setCodes(null)
            void refresh()
          }}
        />
      )}
      {enrolling && (
        <EnrolmentForm
          begin={() => proving(enrol)}
          confirm={confirm}
          cancel={{ label: t('cancel'), act: () => setEnrolling(false) }}
        />
      )}
      {!codes && !enrolling && (
        <>
          {secondFactor && <CodesLeft left={secondFactor.recoveryCodesLeft} />}
          <div className="page-actions">
            <Button onClick={() => setEnrolling(true)}>{secondFactor ? t('move') : t('setUp')}</Button>
            {secondFactor && (
              <Button onClick={() => making.mutate()} busy={making.isPending}>
                {t('newCodes')}
              </Button>
            )}
            {secondFactor && !secondFactorRequired && (
              <Button look="quiet" onClick={() => setDropping(true)}>
                {t('drop')}
              </Button>
            )}
          </div>
        </>
      )}
      <DropDialog open={dropping} close={() => setDropping(false)} drop={() => drop.mutate()} />
    </Section>
  )
}

function useFactor(proving: AccountSectionProps['proving']) {
  const queries = useQueryClient()
  const [enrolling, setEnrolling] = useState(false)
  const [dropping, setDropping] = useState(false)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: accountQuery.queryKey })
    await queries.invalidateQueries({ queryKey: signInsQuery.queryKey })
  }
  const making = useMutation({ mutationFn: () => proving(newCodes), onSuccess: setCodes })
  const drop = useMutation({
    mutationFn: () => {
      setDropping(false)
      return proving(dropFactor)
    },
    onSuccess: refresh,
  })
  return { enrolling, setEnrolling, codes, setCodes, dropping, setDropping, refresh, making, drop }
}

function CodesLeft({ left }: { left: number }) {
  const t = useWords(accountWords)
  return (
    <>
      <p>{`${t('codes')} · ${t('codesLeft', { count: left })}`}</p>
      {left <= fewCodes && <Notice tone="warn">{t('codesFew')}</Notice>}
    </>
  )
}

function DropDialog({ open, close, drop }: { open: boolean; close: () => void; drop: () => void }) {
  const t = useWords(accountWords)
  const actions = (
    <>
      <Button onClick={drop}>{t('drop')}</Button>
      <Button look="quiet" onClick={close}>
        {t('cancel')}
      </Button>
    </>
  )
  return (
    <Dialog open={open} title={t('dropTitle')} onClose={close} actions={actions}>
      <p>{t('dropLead')}</p>
    </Dialog>
  )
}
