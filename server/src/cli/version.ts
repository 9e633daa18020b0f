// By its name, so that nothing else of the manifest is bundled.
export { version as VERSION } from '../../../package.json';
