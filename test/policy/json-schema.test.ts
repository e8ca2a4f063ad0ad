import { toJsonSchema } from '@valibot/to-json-schema'
import { describe, expect, test } from 'vitest'
import { KINDS } from '../../src/policy/kinds'
import { PolicySchema } from '../../src/policy/schema'
import { STRATEGY_NAMES } from '../../src/transform/index'

type Json = { [key: string]: Json } & { enum?: string[]; anyOf?: Json[]; const?: string; required?: string[]; additionalProperties?: boolean }

describe('JSON Schema of a policy', () => {
  const schema = toJsonSchema(PolicySchema, { typeMode: 'input', errorMode: 'throw' }) as unknown as Json

  test('converts whole', () => {
    expect(schema.required).toEqual(['name', 'basis'])
    expect(schema.additionalProperties).toBe(false)
    expect(Object.keys(schema.properties)).toEqual(['$schema', 'name', 'basis', 'referenceDate', 'default', 'labels', 'thresholds', 'deny', 'allow'])
  })
  test('knows every kind', () => {
    expect(Object.keys(schema.properties.labels.properties)).toEqual(KINDS.map((k) => k.kind))
    expect(Object.keys(schema.properties.thresholds.properties)).toEqual(KINDS.map((k) => k.kind))
  })
  test('knows every strategy, bare and with parameters', () => {
    const [bare, ...full] = schema.properties.default.anyOf as Json[]
    expect(bare.enum).toEqual(STRATEGY_NAMES)
    expect(full.map((s) => s.properties.use.const)).toEqual(STRATEGY_NAMES)
    expect(full[2].properties.width).toMatchObject({ type: 'integer', minimum: 1, maximum: 32, default: 8 })
    for (const s of full) expect(s.required).toEqual(['use'])
  })
})
