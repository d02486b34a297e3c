import { createFileRegistry, type DescMethod, fromBinary } from '@bufbuild/protobuf';
import { type FileDescriptorProto, FileDescriptorProtoSchema, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { createWritableIterable } from '@connectrpc/connect/protocol';
import { GRPC_STATUS } from '@openimagine/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerReflection } from '../src/grpc/gen/grpc/reflection/v1/reflection_pb.ts';
import { ServerReflection as ServerReflectionAlpha } from '../src/grpc/gen/grpc/reflection/v1alpha/reflection_pb.ts';
import { startTestGrpcSystem, type TestGrpcSystem } from './test-grpc.ts';

type Question =
  | {
      case: 'listServices' | 'fileByFilename' | 'fileContainingSymbol' | 'allExtensionNumbersOfType';
      value: string;
    }
  | { case: 'fileContainingExtension'; value: { containingType: string; extensionNumber: number } }
  | { case: undefined };

describe.each([
  ['v1', ServerReflection],
  ['v1alpha', ServerReflectionAlpha],
])('reflection %s', (_, service) => {
  let system: TestGrpcSystem;
  beforeAll(async () => {
    system = await startTestGrpcSystem();
  });
  afterAll(() => system[Symbol.asyncDispose]());

  /** In one stream. */
  const ask = async (...questions: readonly Question[]) => {
    const client = system.client(service as typeof ServerReflection, undefined);
    const requests = async function* () {
      for (const messageRequest of questions) yield { host: 'here', messageRequest };
    };
    const answers = [];
    for await (const { messageResponse, originalRequest, validHost } of client.serverReflectionInfo(requests())) {
      expect(originalRequest?.messageRequest).toMatchObject(questions[answers.length]!);
      expect(validHost).toBe('here');
      answers.push(messageResponse);
    }
    expect(answers).toHaveLength(questions.length);
    return answers;
  };
  const filesOf = async (question: Question) => {
    const [answer] = await ask(question);
    if (answer?.case !== 'fileDescriptorResponse') throw new Error(`no files, but ${answer?.case}`);
    return answer.value.fileDescriptorProto.map((bytes) => fromBinary(FileDescriptorProtoSchema, bytes));
  };
  const servicesOf = async (): Promise<string[]> => {
    const [answer] = await ask({ case: 'listServices', value: '' });
    if (answer?.case !== 'listServicesResponse') throw new Error(`no list, but ${answer?.case}`);
    return answer.value.service.map(({ name }) => name);
  };

  it('lists every service, and describes each so that a tool can call it', async () => {
    const services = await servicesOf();
    expect(services).toEqual([
      'grpc.health.v1.Health',
      'grpc.reflection.v1.ServerReflection',
      'grpc.reflection.v1alpha.ServerReflection',
      'xai_api.Auth',
      'xai_api.BatchMgmt',
      'xai_api.Files',
      'xai_api.Image',
      'xai_api.Models',
      'xai_api.Video',
    ]);
    for (const name of services) {
      const file = await filesOf({ case: 'fileContainingSymbol', value: name });
      const registry = createFileRegistry({ $typeName: FileDescriptorSetSchema.typeName, file: importsFirst(file) });
      const described = registry.getService(name)!;
      expect(described.methods.length).toBeGreaterThan(0);
      for (const method of described.methods) {
        const [found] = await filesOf({ case: 'fileContainingSymbol', value: fullName(method) });
        expect(found!.name).toBe(file[0]!.name);
      }
      expect((await filesOf({ case: 'fileByFilename', value: file[0]!.name }))[0]).toEqual(file[0]);
    }
  });

  it('finds messages, fields, oneofs, enums and their values', async () => {
    for (const [symbol, file] of Object.entries({
      'xai_api.GenerateImageRequest': 'xai/api/v1/image.proto',
      'xai_api.GenerateImageRequest.aspect_ratio': 'xai/api/v1/image.proto',
      'xai_api.UploadFileChunk.chunk': 'xai/api/v1/files.proto',
      'xai_api.ImageQuality': 'xai/api/v1/image.proto',
      'xai_api.IMG_QUALITY_LOW': 'xai/api/v1/image.proto',
      'xai_api.BatchRequestMetadata.State': 'xai/api/v1/batch.proto',
      'xai_api.BatchRequestMetadata.STATE_PENDING': 'xai/api/v1/batch.proto',
      'google.protobuf.Timestamp': 'google/protobuf/timestamp.proto',
      'google.rpc.Status': 'google/rpc/status.proto',
    })) {
      expect([symbol, (await filesOf({ case: 'fileContainingSymbol', value: symbol }))[0]!.name]).toEqual([
        symbol,
        file,
      ]);
    }
  });

  it('answers what is not there with an error, and goes on', async () => {
    const answers = await ask(
      { case: 'fileByFilename', value: 'none.proto' },
      { case: 'fileContainingSymbol', value: 'xai_api.None' },
      { case: 'fileContainingExtension', value: { containingType: 'xai_api.File', extensionNumber: 1 } },
      { case: 'allExtensionNumbersOfType', value: 'xai_api.None' },
      { case: undefined },
      { case: 'allExtensionNumbersOfType', value: 'xai_api.File' },
    );
    const codes = answers.map((answer) => (answer.case === 'errorResponse' ? answer.value.errorCode : answer.case));
    const { NOT_FOUND, INVALID_ARGUMENT } = GRPC_STATUS;
    expect(codes).toEqual([
      NOT_FOUND,
      NOT_FOUND,
      NOT_FOUND,
      NOT_FOUND,
      INVALID_ARGUMENT,
      'allExtensionNumbersResponse',
    ]);
  });

  it('ends an idle stream when the server stops', async () => {
    await using own = await startTestGrpcSystem();
    const client = own.client(service as typeof ServerReflection, undefined);
    const requests = createWritableIterable<{ messageRequest: Question }>();
    const answers = client.serverReflectionInfo(requests)[Symbol.asyncIterator]();
    void requests.write({ messageRequest: { case: 'listServices', value: '' } });
    expect((await answers.next()).value?.messageResponse.case).toBe('listServicesResponse');
    const ended = answers.next();
    await own.server.context.close();
    expect(await ended).toMatchObject({ done: true });
  });
});

function fullName({ parent, name }: DescMethod): string {
  return `${parent.typeName}.${name}`;
}

/** @throws {Error} where an import is missing. */
function importsFirst(files: readonly FileDescriptorProto[]): FileDescriptorProto[] {
  const sorted = new Set<FileDescriptorProto>();
  const add = (name: string): void => {
    const file = files.find((each) => each.name === name);
    if (file === undefined) throw new Error(`${name} is not among the files`);
    for (const imported of file.dependency) add(imported);
    sorted.add(file);
  };
  add(files[0]!.name);
  return [...sorted];
}
