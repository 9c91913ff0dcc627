// The answer about a PDF where what reads it is not there: its code did not come.
import { NotLoaded } from '../../ui/load.ts';
import type { Answer, FileRequest } from './read-request.ts';

export async function answerWithoutWorker(_: FileRequest): Promise<Answer> {
  throw new NotLoaded('读取 PDF', undefined);
}
