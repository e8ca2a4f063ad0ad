/** The version of the package; a test holds it to package.json. */
export const ENGINE_VERSION = '0.1.0'
