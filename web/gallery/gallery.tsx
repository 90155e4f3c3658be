import { createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { UiInLanguage } from '#web/app/App.tsx'
import { LanguageProvider, useWords } from '#web/app/LanguageContext.tsx'
import { chosenLook, showLook } from '#web/app/look.ts'
import { ShellHead } from '#web/app/ShellHead.tsx'
import { SignInPage } from '#web/access/SignInPage.tsx'
import { Button, LinkButton, Page } from '#web/ui/index.ts'
import { MeContext } from '#web/app/MeContext.tsx'
import { GalleryDraft } from './GalleryDraft.tsx'
import { GalleryAside, GalleryReading } from './GalleryReading.tsx'
import { GallerySheet } from './GallerySheet.tsx'
import { galleryWords } from './gallery.words.ts'
import '#web/ui/ui.css'
import '#web/app/app.css'

const me = {
  worker: { id: 'a', name: '陈静', role: 'supervisor', level: 2, language: 'zh-CN' },
  agency: { id: 'b', name: '晨光社会工作服务中心' },
  demo: true,
  abilities: {
    receive: 'yes',
    caseload: 'yes',
    people: 'yes',
    directory: 'yes',
    writeDirectory: 'yes',
    importDirectory: 'yes',
    review: 'yes',
    administer: 'yes',
    agency: 'yes',
    inspect: 'yes',
    questionnaires: 'yes',
    loadDivisions: 'yes',
    breakGlass: 'yes',
  },
} as const

function Gallery() {
  const t = useWords(galleryWords)
  const door = window.location.hash === '#door'
  if (door)
    return (
      <div className="shell">
        <ShellHead me={null} />
        <main>
          <SignInPage />
        </main>
      </div>
    )
  if (window.location.hash === '#draft')
    return (
      <MeContext value={me}>
        <main className="shell">
          <GalleryDraft />
        </main>
      </MeContext>
    )
  return (
    <div className="shell">
      <ShellHead me={me} />
      <main>
        <Page
          title={t('title')}
          lead={t('lead')}
          back={{ to: '/cases', label: t('back') }}
          actions={<Button look="danger">{t('danger')}</Button>}
          nextStep={
            <LinkButton to="/x" look="main">
              {t('next')}
            </LinkButton>
          }
          aside={<GalleryAside />}
        >
          <GalleryReading />
          <GallerySheet />
        </Page>
      </main>
    </div>
  )
}

const router = createRouter({
  routeTree: createRootRoute({ component: Gallery, notFoundComponent: Gallery }),
})
showLook(chosenLook())
const place = document.querySelector('#app')
if (place)
  createRoot(place).render(
    <StrictMode>
      <LanguageProvider>
        <QueryClientProvider client={new QueryClient()}>
          <UiInLanguage>
            <RouterProvider router={router} />
          </UiInLanguage>
        </QueryClientProvider>
      </LanguageProvider>
    </StrictMode>,
  )
