export { addAddendum, type AddendumSubject, addendaOf } from './addenda.repository.ts'
export { type StoryFacts, type StoryOf, tellStory } from './timeline.repository.ts'
