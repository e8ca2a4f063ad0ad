// The peers, each as a function from text to redacted text (openredaction: to a promise of it).
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Installs the peers from the lock file unless they are there. Install scripts are not run. */
export function installPeers() {
  if (existsSync(`${here}node_modules/.package-lock.json`)) return
  console.error('installing the peers (npm ci --prefix bench/peers) …')
  execFileSync('npm', ['ci', '--prefix', here, '--no-audit', '--no-fund', '--ignore-scripts'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** `[{ name, redact, mark }]`; `mark` matches one replacement in the output. */
export async function peers() {
  const require = createRequire(import.meta.url)
  const { SyncRedactor } = require('redact-pii')
  const { Redactor } = await import('@redactpii/node')
  const { OpenRedaction } = require('@openredaction/core')
  const version = (name) => JSON.parse(require('node:fs').readFileSync(`${here}node_modules/${name}/package.json`, 'utf8')).version
  const pii = new SyncRedactor()
  const fast = new Redactor()
  const open = new OpenRedaction({ preset: 'hipaa' })
  return [
    {
      name: `redact-pii ${version('redact-pii')}`,
      redact: (s) => pii.redact(s),
      mark: /\b(?:PERSON_NAME|PHONE_NUMBER|EMAIL_ADDRESS|STREET_ADDRESS|ZIPCODE|CREDIT_CARD_NUMBER|US_SOCIAL_SECURITY_NUMBER|IP_ADDRESS|URL|DIGITS|CREDENTIALS|USERNAME|PASSWORD)\b/g,
    },
    { name: `@redactpii/node ${version('@redactpii/node')}`, redact: (s) => fast.redact(s), mark: /\b(?:PERSON_NAME|PHONE_NUMBER|EMAIL_ADDRESS|US_SOCIAL_SECURITY_NUMBER|CREDIT_CARD_NUMBER)\b/g },
    { name: `@openredaction/core ${version('@openredaction/core')} hipaa`, redact: async (s) => (await open.detect(s)).redacted, mark: /\[[A-Z][A-Z_]+(?:_\d+)?\]/g },
  ]
}
