import { env, LogLevel } from '@huggingface/transformers';
import type { ModelSpec } from '../manifest/manifest.ts';
import type { ThreadLimits } from '../thread/message.ts';

export interface Pretrained {
  /** Folder or hub id. */
  readonly name: string;
  readonly options: {
    readonly dtype: ModelSpec['source']['precision'];
    readonly device: 'cpu';
    readonly local_files_only: boolean;
    readonly revision: string;
    readonly session_options: { readonly intraOpNumThreads: number; readonly interOpNumThreads: number };
  };
}

/** How the library is told where a model lies. The network is open to it only for a model that is named by a hub id. */
export function pretrained({ source }: ModelSpec, { threads }: ThreadLimits): Pretrained {
  const remote = source.kind === 'hub';
  if (remote) {
    env.cacheDir = source.cache;
    env.allowRemoteModels = true;
  }
  return {
    name: remote ? source.name : source.path,
    options: {
      dtype: source.precision,
      device: 'cpu',
      local_files_only: !remote,
      revision: remote ? source.revision : 'main',
      session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
    },
  };
}

env.allowRemoteModels = false;
// Its warnings are about the library itself; what fails is thrown.
env.logLevel = LogLevel.ERROR;
