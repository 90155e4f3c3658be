import { type ReactNode, useState } from 'react'
import { interviewSkill } from '#contract/codes/index.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { SidePanel } from '#web/ui/index.ts'
import { HelpList } from '../HelpList.tsx'
import { interviewHelpWords } from './interview-help.words.ts'
import { outlineWords } from '../outline/outline.words.ts'

type InterviewHelpProps = { outline: ReactNode; after: ReactNode }

/** Beside the record: the outline, then how to begin, skills of leading a talk, how to write. */
export function InterviewHelp({ outline, after }: InterviewHelpProps) {
  const t = useWords(interviewHelpWords)
  const title = useWords(outlineWords)('panel')
  return (
    <>
      <SidePanel title={title}>
        <Fold title={t('show')} opens="wide">
          {outline}
        </Fold>
      </SidePanel>
      <SidePanel title={t('skills')}>
        <Fold title={t('begin')}>
          <HelpList lines={[t('begin1'), t('begin2'), t('begin3'), t('begin4')]} />
        </Fold>
        <SkillFolds />
        <Fold title={t('write')}>
          <HelpList lines={[t('write1'), t('write2'), t('write3'), t('write4')]} />
        </Fold>
      </SidePanel>
      {after}
    </>
  )
}

/** One fold for each skill: what it is good for, and how it may sound. */
function SkillFolds() {
  const t = useWords(interviewHelpWords)
  const label = useLabel()
  const lines = {
    'active-listening': [t('listening1'), t('listening2')],
    empathy: [t('empathy1'), t('empathy2'), t('empathy3')],
    encouraging: [t('encouraging1'), t('encouraging2')],
    'open-questions': [t('open1'), t('open2')],
    clarifying: [t('clarifying1'), t('clarifying2')],
    summarising: [t('summarising1'), t('summarising2')],
    confronting: [t('confronting1'), t('confronting2')],
    silence: [t('silence1'), t('silence2')],
  } as const
  return interviewSkill.codes.map((code) =>
    code in lines ? (
      <Fold key={code} title={label(interviewSkill, code)}>
        <HelpList lines={lines[code as keyof typeof lines]} />
      </Fold>
    ) : null,
  )
}

// The second column stands beside the record from this width on.
const wideFrom = '(min-width: 64em)'

/** Opened and shut by hand; with `opens="wide"` it is open from the start where there is room beside the record. */
function Fold({ title, opens, children }: { title: string; opens?: 'wide'; children: ReactNode }) {
  const [open] = useState(() => opens === 'wide' && window.matchMedia(wideFrom).matches)
  return (
    <details className="help-fold" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
