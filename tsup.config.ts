import { writeFile } from 'node:fs/promises'
import { toJsonSchema } from '@valibot/to-json-schema'
import { defineConfig } from 'tsup'
import { PolicySchema } from './src/policy/schema'

const shared = {
  target: 'es2022',
  outDir: 'dist',
  clean: false,
  splitting: true,
  treeshake: true,
  minifySyntax: true,
  minifyWhitespace: true,
  // ESM-only, and small: bundled, so that require() works everywhere.
  noExternal: ['@noble/hashes'],
} as const

export default defineConfig([
  {
    ...shared,
    entry: { index: 'src/index.ts', node: 'src/node.ts', csv: 'src/formats/csv.ts', cli: 'src/cli/main.ts' },
    format: ['esm'],
    platform: 'neutral',
    dts: false,
    async onSuccess() {
      await writeFile('dist/policy.schema.json', `${JSON.stringify(toJsonSchema(PolicySchema, { errorMode: 'ignore' }), null, 2)}\n`)
    },
  },
  { ...shared, entry: { index: 'src/index.ts', node: 'src/node.ts', csv: 'src/formats/csv.ts' }, format: ['cjs'], platform: 'neutral', dts: false },
  // `npm start` shows the examples: it need not wait for the types.
  ...(process.env.npm_lifecycle_event !== 'start'
    ? [{ ...shared, entry: { index: 'src/index.ts', node: 'src/node.ts', csv: 'src/formats/csv.ts' }, format: ['esm', 'cjs'] as ('esm' | 'cjs')[], dts: { only: true } }]
    : []),
])
