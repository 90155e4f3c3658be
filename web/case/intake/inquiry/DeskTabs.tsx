import { useWords } from '#web/app/LanguageContext.tsx'
import { Tabs } from '#web/ui/index.ts'
import { inquiriesWords } from './inquiries.words.ts'

/** The places of the desk. */
export const deskPlaces = [
  '/inquiries',
  '/inquiries/concluded',
  '/web-requests',
  '/outreach',
  '/leaflets',
] as const
type DeskPlace = (typeof deskPlaces)[number]

const wordOf = {
  '/inquiries': 'open',
  '/inquiries/concluded': 'concluded',
  '/web-requests': 'webRequests',
  '/outreach': 'outreach',
  '/leaflets': 'leaflets',
} as const satisfies Record<DeskPlace, string>

/** From one place of the desk to the others. */
export function DeskTabs({ here }: { here: DeskPlace }) {
  const t = useWords(inquiriesWords)
  const tabs = deskPlaces.map((to) => ({ to, label: t(wordOf[to]), current: to === here }))
  return <Tabs tabs={tabs} label={t('tabs')} />
}
