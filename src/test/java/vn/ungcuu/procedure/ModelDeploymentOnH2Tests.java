package vn.ungcuu.procedure;

class ModelDeploymentOnH2Tests extends ModelDeploymentContract {}
