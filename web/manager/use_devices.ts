// How the branch's devices are, asked again every little while; nothing before the first answer.
import { useEffect, useState } from 'preact/hooks';
import type { Devices } from '../common/api_types';
import { kDevicesPoll } from '../common/limits';
import { use_signed_in } from '../common/ui/app';

export function use_devices(): Devices | undefined {
  const { api, session, session_ended } = use_signed_in();
  const [devices, set_devices] = useState<Devices>();
  useEffect(() => {
    const read = async () => {
      const answer = await api.devices(session.branch);
      if (answer.kind === 'ok') set_devices(answer.body);
      if (answer.kind === 'problem' && answer.status === 401) session_ended();
    };
    void read();
    const timer = setInterval(() => void read(), kDevicesPoll);
    return () => clearInterval(timer);
  }, [session]);
  return devices;
}
