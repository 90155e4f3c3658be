import type { ReactNode } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { SidePanel } from '#web/ui/index.ts'
import { HelpList } from '../HelpList.tsx'
import { interviewHelpWords } from './interview-help.words.ts'

/** Beside the record: how to begin, how to answer, how to write. `after` stands below. */
export function InterviewHelp({ after }: { after: ReactNode }) {
  const t = useWords(interviewHelpWords)
  return (
    <>
      <SidePanel title={t('begin')}>
        <HelpList lines={[t('begin1'), t('begin2'), t('begin3')]} />
      </SidePanel>
      <SidePanel title={t('empathy')}>
        <HelpList lines={[t('empathy1'), t('empathy2'), t('empathy3'), t('empathy4')]} />
      </SidePanel>
      <SidePanel title={t('write')}>
        <HelpList lines={[t('write1'), t('write2'), t('write3'), t('write4')]} />
      </SidePanel>
      {after}
    </>
  )
}
