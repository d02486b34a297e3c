import {
  ListOpenAiVideosQuery,
  OpenAiVideo,
  OpenAiVideoBody,
  OpenAiVideoList,
  RemixVideoBody,
  VideoContentQuery,
} from '../openai-videos.ts';
import { CREATING, type Endpoint, READING_ONE, reply } from './endpoint.ts';

/** The shape that OpenAI's video API had. Reading and deleting one share their routes with the videos of xAI's shape. */
export const openAiVideoEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/v1/videos',
    operationId: 'createOpenAiVideo',
    summary: "Start a video, as OpenAI's API did",
    tag: 'OpenAI videos',
    needsKey: true,
    body: { name: 'OpenAiCreateVideo', schema: OpenAiVideoBody, types: ['application/json', 'multipart/form-data'] },
    replies: { 200: reply('OpenAiVideo', OpenAiVideo, 'Accepted.') },
    errors: CREATING,
    idempotent: true,
    quotable: true,
  },
  {
    method: 'get',
    path: '/v1/videos',
    operationId: 'listOpenAiVideos',
    summary: "The team's videos, page by page",
    tag: 'OpenAI videos',
    needsKey: true,
    query: ListOpenAiVideosQuery,
    replies: { 200: reply('OpenAiVideoList', OpenAiVideoList, 'A page of them.') },
    errors: READING_ONE,
  },
  {
    method: 'get',
    path: '/v1/videos/{request_id}/content',
    operationId: 'readVideo',
    summary: 'The MP4 of a finished video, whole or in part, with the key',
    tag: 'OpenAI videos',
    needsKey: true,
    query: VideoContentQuery,
    replies: {
      200: { description: 'The whole file.', type: 'video/mp4' },
      206: { description: 'The bytes that `Range` asked for.', type: 'video/mp4' },
    },
    errors: [...READING_ONE, 'gone', 'range-not-satisfiable'],
  },
  {
    method: 'post',
    path: '/v1/videos/{request_id}/remix',
    operationId: 'remixVideo',
    summary: 'Start an edit of a finished video',
    tag: 'OpenAI videos',
    needsKey: true,
    body: { name: 'OpenAiRemixVideo', schema: RemixVideoBody },
    replies: { 200: reply('OpenAiVideo', OpenAiVideo, 'Accepted.') },
    errors: [...CREATING, 'gone'],
    idempotent: true,
    quotable: true,
  },
];
