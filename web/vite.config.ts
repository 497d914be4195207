import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { mock } from './mock/mock.ts';

// AZYGOS_LAB names a running lab to develop against; AZYGOS_MOCK a folder of runs that stands in for one.
const lab = process.env.AZYGOS_LAB;
const stored = process.env.AZYGOS_MOCK;
const routes = ['/api', '/health', '/feed.atom', '/digest', '/article', '/evidence/report'];

export default defineConfig({
  plugins: [svelte(), ...(stored ? [mock(stored)] : [])],
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 800, modulePreload: { polyfill: false } },
  server: {
    host: '127.0.0.1',
    proxy: lab ? Object.fromEntries(routes.map((route) => [route, { target: lab, changeOrigin: true }])) : undefined,
  },
  test: { include: ['test/**/*.test.ts'], environment: 'node' },
});
