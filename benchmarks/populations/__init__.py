"""The population that frames are measured on, and ways to decide it by hand and by OpenFisca."""
