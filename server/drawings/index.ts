export { type DrawnPicture, drawnEcomap, drawnFamily } from './drawn.view.ts'
