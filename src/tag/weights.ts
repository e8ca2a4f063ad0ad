import { type Model, unpackModel } from './model'
import { MODEL_DATA, MODEL_DIGEST, MODEL_SCORES, MODEL_STEP } from './model.gen'

let loaded: Model | undefined

export { MODEL_VERSION } from './model.gen'

/** The weights, unpacked at the first call. */
export const loadModel = (): Model => (loaded ??= unpackModel(MODEL_DATA, MODEL_DIGEST, MODEL_SCORES, MODEL_STEP))
