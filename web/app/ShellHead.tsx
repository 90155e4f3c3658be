import { useEffect, useRef } from 'react'
import type { Me } from '#contract/access.ts'
import { PersonName, useUiWords } from '#web/ui/index.ts'
import { useWords } from './LanguageContext.tsx'
import { LanguageSwitch, TextSizeSwitch, ThemeSwitch } from './DisplaySwitches.tsx'
import { Link, usePath } from './navigation.tsx'
import { SearchBox } from './SearchBox.tsx'
import { shellWords } from './shell.words.ts'
import { SignOutButton } from './SignOutButton.tsx'

/** The header: the product's name, where one can go, whom one looks for, and how it looks. `me` is null before signing in; `outside` are pages for people who never do, and lead nowhere else. */
export function ShellHead({ me, outside = false }: { me: Me | null; outside?: boolean }) {
  const words = useUiWords()
  return (
    <header className="shell-head">
      <div className="shell-top">
        {outside ? (
          <span className="shell-name">{words.productName}</span>
        ) : (
          <Link to="/" className="shell-name">
            {words.productName}
          </Link>
        )}
        {me?.abilities.people === 'yes' && <SearchBox />}
        <div className="shell-tools">
          <LanguageSwitch />
          <Menu me={me} />
        </div>
      </div>
      {me && <Navigation me={me} />}
    </header>
  )
}

const places = [
  { to: '/', word: 'today', part: null },
  { to: '/calendar', word: 'calendar', part: 'caseload' },
  { to: '/inquiries', word: 'inquiries', part: 'receive' },
  { to: '/cases', word: 'cases', part: 'caseload' },
  { to: '/people', word: 'people', part: 'people' },
  { to: '/referrals', word: 'referrals', part: 'caseload' },
  { to: '/directory', word: 'directory', part: 'directory' },
  { to: '/questionnaires', word: 'questionnaires', part: 'questionnaires' },
  { to: '/reviews', word: 'reviews', part: 'review' },
  { to: '/agency', word: 'agency', part: 'agency' },
  { to: '/audit', word: 'audit', part: 'inspect' },
] as const

/** Where somebody new is received on a phone; on every other page its one main act needs the room. */
const deskPaths: readonly string[] = ['/', '/inquiries', '/inquiries/concluded']

function Navigation({ me }: { me: Me }) {
  const t = useWords(shellWords)
  const path = usePath()
  const here = (to: string) =>
    to === '/' ? path === '/' : path === to || (path.startsWith(`${to}/`) && path !== '/inquiries/new')
  const open = places.filter(({ part }) => part === null || me.abilities[part] === 'yes')
  return (
    <nav className="shell-nav" aria-label={t('navigation')} data-desk={deskPaths.includes(path) || undefined}>
      {open.map(({ to, word }) => (
        <Link key={to} to={to} aria-current={here(to) ? 'page' : undefined}>
          {t(word)}
        </Link>
      ))}
      {me.abilities.receive === 'yes' && (
        <Link
          to="/inquiries/new"
          className="button button-main"
          aria-current={path === '/inquiries/new' ? 'page' : undefined}
        >
          {t('receive')}
        </Link>
      )}
    </nav>
  )
}

function Menu({ me }: { me: Me | null }) {
  const t = useWords(shellWords)
  const menu = useClosingMenu()
  return (
    <details className="shell-menu" ref={menu}>
      <summary>{me ? <PersonName>{me.worker.name}</PersonName> : t('theme')}</summary>
      <div>
        {me && <p className="shell-agency">{me.agency.name}</p>}
        <ThemeSwitch />
        <TextSizeSwitch />
        {me && <Link to="/account">{t('account')}</Link>}
        {me && <SignOutButton workerId={me.worker.id} />}
      </div>
    </details>
  )
}

/** Closes the menu on Escape, unless that was for a dialog over it, and when one presses anywhere else. */
function useClosingMenu() {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (happened: Event) => {
      const outside = happened.target instanceof Node && !menu.current?.contains(happened.target)
      const escaped =
        happened instanceof KeyboardEvent &&
        happened.key === 'Escape' &&
        !menu.current?.querySelector('dialog[open]')
      if (menu.current && (escaped || (outside && happened.type === 'pointerdown'))) menu.current.open = false
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', close)
    }
  }, [])
  return menu
}
