"""Controls of the scenario: sliders, number boxes, switches."""
