import { useWords } from '#web/app/LanguageContext.tsx'
import { Tabs } from '#web/ui/index.ts'
import { inquiriesWords } from './inquiries.words.ts'

/** The places of the desk, and the word for each. */
const deskPlaces = {
  '/inquiries': 'open',
  '/web-requests': 'webRequests',
  '/waits': 'waits',
  '/inquiries/concluded': 'concluded',
  '/outreach': 'outreach',
  '/leaflets': 'leaflets',
} as const
type DeskPlace = keyof typeof deskPlaces

/** From one place of the desk to the others. */
export function DeskTabs({ here }: { here: DeskPlace }) {
  const t = useWords(inquiriesWords)
  const tabs = Object.entries(deskPlaces).map(([to, word]) => ({ to, label: t(word), current: to === here }))
  return <Tabs tabs={tabs} label={t('tabs')} />
}
