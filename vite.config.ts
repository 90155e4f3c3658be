import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The web app: sources in web/, built into dist/web. While developing, /api goes to the server on PORT. */
export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: { outDir: '../dist/web', emptyOutDir: true },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? '3000'}` } },
})
