export { type StoryFacts, type StoryOf, tellStory } from './timeline.repository.ts'
