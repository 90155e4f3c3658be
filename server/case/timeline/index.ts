export { addAddendum, type AddendumSubject, addendaOf, withoutWords } from './addenda.repository.ts'
export { type StoryFacts, type StoryOf, tellStory } from './timeline.repository.ts'
