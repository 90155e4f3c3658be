import { useSuspenseQuery } from '@tanstack/react-query'
import { nameIn } from '#contract/settings/index.ts'
import { useLanguage } from '#web/app/LanguageContext.tsx'
import { roomsQuery } from './calendar.api.ts'

/** The rooms in use, and the name of each in the language of the screen. */
export function useRooms() {
  const { language } = useLanguage()
  const { data: rooms } = useSuspenseQuery(roomsQuery)
  const nameOf = (id: string | null) => {
    const room = rooms.find((one) => one.id === id)
    return room ? nameIn(room.name, language) : ''
  }
  return { rooms: rooms.filter(({ closed }) => !closed), nameOf }
}
