import { Modal, type ModalProps } from "antd";
import { Shown } from "./Shown.tsx";

/** A dialog whose fields can ask for the keyboard (`autoFocus`). */
export function Dialog({ children, ...props }: ModalProps) {
  return (
    <Modal {...props}>
      <Shown>{children}</Shown>
    </Modal>
  );
}
