import { CreateVideoBody, EditVideoBody, ExtendVideoBody, VideoCreated, VideoStatus } from '../videos.ts';
import { CREATING, type Endpoint, READING_ONE, reply } from './endpoint.ts';

export const videoEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/v1/videos/edits',
    operationId: 'editVideo',
    summary: 'Start the edit of a video by an instruction',
    tag: 'Videos',
    needsKey: true,
    body: { name: 'EditVideo', schema: EditVideoBody },
    replies: { 200: reply('VideoCreated', VideoCreated, 'Accepted; poll with the id.') },
    errors: CREATING,
    idempotent: true,
  },
  {
    method: 'post',
    path: '/v1/videos/extensions',
    operationId: 'extendVideo',
    summary: 'Start to make a video longer',
    tag: 'Videos',
    needsKey: true,
    body: { name: 'ExtendVideo', schema: ExtendVideoBody },
    replies: { 200: reply('VideoCreated', VideoCreated, 'Accepted; poll with the id.') },
    errors: CREATING,
    idempotent: true,
  },
  {
    method: 'post',
    path: '/v1/videos/generations',
    operationId: 'createVideo',
    summary: 'Start a video from a prompt, a picture, references, or frames',
    tag: 'Videos',
    needsKey: true,
    body: { name: 'CreateVideo', schema: CreateVideoBody },
    replies: { 200: reply('VideoCreated', VideoCreated, 'Accepted; poll with the id.') },
    errors: CREATING,
    idempotent: true,
  },
  {
    method: 'get',
    path: '/v1/videos/{request_id}',
    operationId: 'getVideo',
    summary: 'Ask how a video is getting on',
    tag: 'Videos',
    needsKey: true,
    replies: {
      200: reply('VideoStatus', VideoStatus, 'Done, failed or expired.'),
      202: reply('VideoStatus', VideoStatus, 'Pending, with its progress in percent.'),
    },
    errors: READING_ONE,
  },
];
