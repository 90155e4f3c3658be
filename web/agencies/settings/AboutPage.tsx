import { agencyNature, servedLanguage } from '#contract/codes/index.ts'
import type { Profile } from '#contract/settings/index.ts'
import { useChoices, useFormats, useLabel, useOwnChoices, useWords } from '#web/app/LanguageContext.tsx'
import {
  Button,
  ChoiceField,
  Facts,
  FieldRow,
  LongTextField,
  ManyChoicesField,
  Section,
  TextField,
} from '#web/ui/index.ts'
import { aboutWords } from './about.words.ts'
import { DatedSheet, type SheetTools } from './DatedSheet.tsx'
import { settingsWords } from './settings.words.ts'
import { SettingsFrame } from './SettingsFrame.tsx'

const blank: Profile = {
  nature: null,
  mission: '',
  requirements: '',
  languages: [],
  leader: '',
  leaderTitle: '',
}

/** Mission, nature, requirements, languages and who leads, with its history; printed as it stands. */
export function AboutPage() {
  const t = useWords(settingsWords)
  return (
    <SettingsFrame place="about" actions={<Button onClick={() => window.print()}>{t('print')}</Button>}>
      <Section title={t('about')}>
        <DatedSheet
          kind="profile"
          title={t('about')}
          blank={blank}
          Shown={ProfileShown}
          Fields={ProfileFields}
        />
      </Section>
    </SettingsFrame>
  )
}

const isServed = (code: string): code is (typeof servedLanguage.codes)[number] =>
  servedLanguage.codes.some((one) => one === code)

function ProfileShown({ sheet: profile }: { sheet: Profile }) {
  const t = useWords(aboutWords)
  const label = useLabel()
  const formats = useFormats()
  const spoken = profile.languages.map((code) => (isServed(code) ? label(servedLanguage, code) : code))
  return (
    <Facts
      facts={[
        { label: t('nature'), value: profile.nature && label(agencyNature, profile.nature) },
        { label: t('mission'), value: profile.mission },
        { label: t('requirements'), value: profile.requirements },
        { label: t('languages'), value: formats.list(spoken) },
        { label: t('leader'), value: [profile.leader, profile.leaderTitle].filter(Boolean).join(' · ') },
      ]}
    />
  )
}

function ProfileFields({ sheet, set, error }: SheetTools<Profile>) {
  const t = useWords(aboutWords)
  const natures = useOwnChoices(agencyNature)
  const spoken = useChoices(servedLanguage)
  return (
    <>
      <ChoiceField
        label={t('nature')}
        choices={natures}
        value={sheet.nature}
        onChange={set('nature')}
        error={error('nature')}
      />
      <LongTextField
        label={t('mission')}
        value={sheet.mission}
        onChange={set('mission')}
        error={error('mission')}
      />
      <LongTextField
        label={t('requirements')}
        value={sheet.requirements}
        onChange={set('requirements')}
        error={error('requirements')}
      />
      <ManyChoicesField
        label={t('languages')}
        choices={spoken}
        value={sheet.languages.filter(isServed)}
        onChange={set('languages')}
      />
      <FieldRow>
        <TextField
          label={t('leader')}
          value={sheet.leader}
          onChange={set('leader')}
          error={error('leader')}
        />
        <TextField
          label={t('leaderTitle')}
          value={sheet.leaderTitle}
          onChange={set('leaderTitle')}
          error={error('leaderTitle')}
        />
      </FieldRow>
    </>
  )
}
