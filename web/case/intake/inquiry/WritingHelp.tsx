import { useWords } from '#web/app/LanguageContext.tsx'
import { SidePanel } from '#web/ui/index.ts'
import { HelpList } from '../HelpList.tsx'
import { writingHelpWords } from './writing-help.words.ts'

/** Beside the sheet: how to listen, how to answer, what to tell. */
export function WritingHelp() {
  const t = useWords(writingHelpWords)
  return (
    <>
      <SidePanel title={t('empathy')}>
        <HelpList lines={[t('empathy1'), t('empathy2'), t('empathy3'), t('empathy4')]} />
      </SidePanel>
      <SidePanel title={t('tell')}>
        <HelpList lines={[t('tell1'), t('tell2'), t('tell3'), t('tell4'), t('tell5')]} />
      </SidePanel>
      <SidePanel title={t('listen')}>
        <HelpList lines={[t('listen1'), t('listen2'), t('listen3')]} />
      </SidePanel>
    </>
  )
}
