import { REQUEST_LOG, readLog } from '../../core/request-log.ts';
import { NetworkSection } from './network-section.tsx';
import { usePermissions } from './use-permissions.ts';
import { useStored } from './use-stored.ts';

/** The container of what left this browser and what may. */
export const Network = () => {
  const { given, takeBack } = usePermissions();
  const log = useStored(REQUEST_LOG, readLog);
  return <NetworkSection given={given} log={log} onTakeBack={takeBack} />;
};
