import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Modules of `contract/` only declare; what a page does not use of them must not reach the browser. */
const declaresOnly = (file: string) => file.includes('/contract/')

/** The web app: sources in web/, built into dist/web. While developing, /api goes to the server on PORT. */
export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    rolldownOptions: { treeshake: { moduleSideEffects: (file) => !declaresOnly(file) } },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? '3000'}` } },
})
