import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import {
  Badge,
  EmptyState,
  Facts,
  Loading,
  Notice,
  Path,
  PersonName,
  Section,
  SidePanel,
  Table,
  Tabs,
  Timeline,
  type Column,
} from '#web/ui/index.ts'
import { galleryWords } from './gallery.words.ts'

const people = [
  { name: '王桂英', relation: '外祖母', phone: '138 0013 8000', visits: 12 },
  { name: 'Анна Петрова', relation: 'учительница', phone: '+7 921 000-00-00', visits: 3 },
]

/** Everything one reads. */
export function GalleryReading() {
  const t = useWords(galleryWords)
  const stages = t('stages').split(',')
  const state = (place: number) => (place < 2 ? 'done' : place === 2 ? 'current' : 'ahead')
  return (
    <>
      <Notice tone="danger" title={t('danger')}>
        {t('dangerLead')}
      </Notice>
      <Notice tone="warn" title={t('warn')} />
      <Path
        label={t('path')}
        stages={stages.map((label, place) => ({ key: label, label, state: state(place), to: `/x/${place}` }))}
      />
      <Tabs
        label={t('path')}
        tabs={t('tab')
          .split(',')
          .map((label, place) => ({ to: `/t/${place}`, label, current: place === 0 }))}
      />
      <People />
      <Section title={t('story')} lead={t('factsHint')}>
        <Story />
      </Section>
      <Loading lines={3} />
      <EmptyState title={t('tasks')}>{t('asideText')}</EmptyState>
    </>
  )
}

const drawName = (row: (typeof people)[number]) => <PersonName>{row.name}</PersonName>

function People() {
  const t = useWords(galleryWords)
  const columns: Column<(typeof people)[number]>[] = [
    { key: 'name', header: t('name'), cell: drawName },
    { key: 'relation', header: t('relation'), cell: (row) => row.relation },
    { key: 'phone', header: t('phone'), cell: (row) => row.phone },
    { key: 'visits', header: t('visits'), numeric: true, cell: (row) => row.visits },
  ]
  return <Table caption={t('name')} columns={columns} rows={people} rowKey={(row) => row.name} />
}

function Story() {
  const t = useWords(galleryWords)
  const formats = useFormats()
  return (
    <Timeline
      items={[
        { key: 'a', when: formats.shortDate('2026-11-20'), title: t('sheet'), body: t('factsText') },
        { key: 'b', when: formats.shortDate('2026-11-19'), title: t('danger'), tone: 'danger' },
        { key: 'c', when: formats.shortDate('2026-11-12'), title: t('next') },
      ]}
    />
  )
}

/** The second column. */
export function GalleryAside() {
  const t = useWords(galleryWords)
  const formats = useFormats()
  return (
    <>
      <SidePanel title={t('aside')}>
        <p>{t('asideText')}</p>
      </SidePanel>
      <SidePanel title={t('sheet')}>
        <Facts
          facts={[
            { label: t('born'), value: formats.date('2015-03-02') },
            { label: t('when'), value: formats.moment('2026-11-21T14:30:00+08:00') },
            { label: t('hours'), value: <Badge tone="warn">{formats.dueDay('2026-11-19')}</Badge> },
          ]}
        />
      </SidePanel>
    </>
  )
}
