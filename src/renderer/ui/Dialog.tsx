import { Modal, type ModalProps } from "antd";
import { useRound } from "./rounds.ts";
import { Shown } from "./Shown.tsx";

/** A dialog whose fields can ask for the keyboard (`autoFocus`). */
export function Dialog({ children, ...props }: ModalProps) {
  const round = useRound(props.open ?? false);
  return (
    <Modal key={round} {...props}>
      <Shown>{children}</Shown>
    </Modal>
  );
}
