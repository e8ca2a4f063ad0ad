import { type Model, unpackModel } from './model'
import { MODEL_DATA, MODEL_SCORES, MODEL_STEP } from './model.gen'

let loaded: Model | undefined

/** The weights, unpacked at the first call. */
export const loadModel = (): Model => (loaded ??= unpackModel(MODEL_DATA, MODEL_SCORES, MODEL_STEP))
