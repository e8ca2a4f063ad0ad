import { readFileSync } from 'node:fs'
import { DephiError } from '../errors'
import { compile } from '../policy/compile'
import { explain } from '../policy/explain'
import { lint } from '../policy/lint'
import type { Policy } from '../policy/schema'
import { type Context, define, type Options, usage, type Values } from './args'
import { stdout } from './output'
import { EXIT, tell } from './problems'
import { policyOf } from './settings'
import { table, wrap } from './term'

const OPTIONS = { json: { type: 'boolean', help: 'as JSON' } } as const satisfies Options

const ACTIONS: Readonly<Record<string, (name: string | undefined, json: boolean, context: Context) => Promise<number>>> = { lint: lintPolicy, explain: explainPolicy, schema: printSchema }

export const policy = define({
  name: 'policy',
  usage: 'lint|explain|schema [policy]',
  summary: 'measure a policy against Safe Harbor, say what it does, or print the schema',
  options: OPTIONS,
  about: [
    'lint: paragraph by paragraph of 45 CFR 164.514(b)(2)(i), is it closed, open (something it lists stays) or widened (more goes than must); ends with 2 if the policy could not be used.',
    'explain: what stands in the text afterwards, for every kind. schema: the JSON Schema of policies, for editors.',
    'The policy is a preset or a file, safe-harbor where none is given.',
  ],
  async run({ json }: Values<typeof OPTIONS>, [action, name, ...more], context): Promise<number> {
    const act = action !== undefined && Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
    if (act === undefined) throw usage('Say what to do: dephi policy lint, explain or schema.')
    if (more.length > 0) throw usage('One policy at a time.')
    return act(name, json === true, context)
  },
})

async function lintPolicy(name: string | undefined, json: boolean): Promise<number> {
  const given = await policyOf(name)
  const paragraphs = lint(given)
  if (json) await stdout.text(`${JSON.stringify(paragraphs, null, 2)}\n`)
  else {
    for (const { section, title, status, reasons } of paragraphs) {
      await stdout.text(`(${section}) ${title}: ${status}\n`)
      for (const { effect, kinds, cite, text } of reasons) await stdout.text(wrap(`${effect}: ${kinds.join(', ')}: ${text} [${cite}]`, 100, '    '))
    }
  }
  return usable(given)
}

/** Could it be compiled? `lint` explains policies that cannot. */
function usable(given: Policy): number {
  try {
    compile(given)
    return EXIT.OK
  } catch (error) {
    if (!(error instanceof DephiError)) throw error
    tell(`dephi: ${error.code}: ${error.message}`)
    return EXIT.USAGE
  }
}

async function explainPolicy(name: string | undefined, json: boolean): Promise<number> {
  const given = await policyOf(name)
  const rows = explain(given)
  if (json) await stdout.text(`${JSON.stringify(rows, null, 2)}\n`)
  else
    await stdout.text(
      table([
        ['Kind', '§', 'Strategy', 'From score', 'Afterwards', 'Admitted by'],
        ...rows.map((r) => [r.kind, `(${r.section})`, r.strategy, r.strategy === 'keep' ? '-' : String(r.threshold), r.effect, r.admitted ? r.cite : `NOT ADMITTED, ${r.cite}`]),
      ]),
    )
  return usable(given)
}

async function printSchema(name: string | undefined, _json: boolean, { entry }: Context): Promise<number> {
  if (name !== undefined) throw usage('The schema is the same for every policy: dephi policy schema.')
  let schema: string
  try {
    schema = readFileSync(new URL('./policy.schema.json', entry), 'utf8')
  } catch {
    throw new DephiError('INTERNAL', 'policy.schema.json is not beside the program. Install dephi again.')
  }
  await stdout.text(schema)
  return EXIT.OK
}
