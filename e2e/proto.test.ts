import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createRegistry, type DescFile } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { file_xai_api_v1_auth } from '../packages/server/src/grpc/gen/xai/api/v1/auth_pb.ts';
import { file_xai_api_v1_batch } from '../packages/server/src/grpc/gen/xai/api/v1/batch_pb.ts';
import { file_xai_api_v1_files } from '../packages/server/src/grpc/gen/xai/api/v1/files_pb.ts';
import { file_xai_api_v1_models } from '../packages/server/src/grpc/gen/xai/api/v1/models_pb.ts';
import { findProgram } from './requirements.ts';
import { REPOSITORY } from './server-process.ts';

type Shapes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const python = findProgram('python with xai-sdk');

/** What this API has no use for: counts of text models and of embeddings, and a request of theirs. */
const NOT_OURS = /^(?:enum xai_api\.ServiceTier|message xai_api\.(?:EmbeddingUsage|GetDeferredRequest))$/;

describe.skipIf(python === undefined)('our protos', () => {
  it('have the names, numbers and types of the newest SDK, and no others', () => {
    const dump = join(REPOSITORY, 'e2e/python/dump_descriptors.py');
    const theirs = JSON.parse(execFileSync(python!, [dump], { encoding: 'utf8' })) as Shapes;
    const wanted = Object.fromEntries(Object.entries(theirs).filter(([name]) => !NOT_OURS.test(name)));
    expect(Object.keys(wanted).length).toBeGreaterThan(50);
    const ours = shapesOf([file_xai_api_v1_auth, file_xai_api_v1_batch, file_xai_api_v1_files, file_xai_api_v1_models]);
    // Of language models a request is named in a batch, and never looked into.
    for (const name of ['GetCompletionsRequest', 'GetChatCompletionResponse']) delete ours[`message xai_api.${name}`];
    expect(ours).toEqual(wanted);
  });
});

function shapesOf(files: readonly DescFile[]): Record<string, Record<string, unknown>> {
  const all: Record<string, Record<string, unknown>> = {};
  for (const file of withImports(files)) {
    for (const type of createRegistry(file)) {
      const name = `${type.kind} ${type.typeName}`;
      if (type.kind === 'message')
        all[name] = Object.fromEntries(
          type.fields.map(({ number, proto }) => [
            number,
            [proto.name, proto.type, proto.typeName, proto.label === 3, proto.proto3Optional],
          ]),
        );
      else if (type.kind === 'enum')
        all[name] = Object.fromEntries(type.values.map((value) => [value.number, value.name]));
      else if (type.kind === 'service')
        all[name] = Object.fromEntries(
          type.methods.map(({ proto }) => [
            proto.name,
            [proto.inputType, proto.outputType, proto.clientStreaming, proto.serverStreaming],
          ]),
        );
    }
  }
  return all;
}

function withImports(files: readonly DescFile[]): DescFile[] {
  const all = new Map<string, DescFile>();
  const add = (file: DescFile): void => {
    if (!file.proto.package.startsWith('xai_api') || all.has(file.name)) return;
    all.set(file.name, file);
    for (const each of file.dependencies) add(each);
  };
  for (const file of files) add(file);
  return [...all.values()];
}
