/** The part of the synthesiser's module that is used; the package has no types. Numbers are addresses unless named otherwise. */
declare module '@echogarden/svoxpico-wasm' {
  export interface PicoModule {
    readonly HEAPU8: Uint8Array;
    readonly HEAP16: Int16Array;
    readonly HEAP32: Int32Array;
    readonly FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
    _malloc(bytes: number): number;
    _free(at: number): void;
    _pico_initialize(memory: number, bytes: number, system: number): number;
    _pico_loadResource(system: number, path: number, resource: number): number;
    _pico_getResourceName(system: number, resource: number, name: number): number;
    _pico_createVoiceDefinition(system: number, voice: number): number;
    _pico_addResourceToVoiceDefinition(system: number, voice: number, resourceName: number): number;
    _pico_newEngine(system: number, voice: number, engine: number): number;
    _pico_disposeEngine(system: number, engine: number): number;
    _pico_putTextUtf8(engine: number, text: number, bytes: number, bytesPut: number): number;
    _pico_getData(engine: number, buffer: number, bytes: number, bytesReceived: number, type: number): number;
  }
  export default function createPico(): Promise<PicoModule>;
}
